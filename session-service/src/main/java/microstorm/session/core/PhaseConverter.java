package microstorm.session.core;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Stores phases by their labels. */
@Converter(autoApply = true)
public class PhaseConverter implements AttributeConverter<Phase, String> {

  @Override
  public String convertToDatabaseColumn(Phase phase) {
    return phase == null ? null : phase.label();
  }

  @Override
  public Phase convertToEntityAttribute(String label) {
    return label == null ? null : Phase.valueOf(label.toUpperCase(Locale.ROOT));
  }
}
