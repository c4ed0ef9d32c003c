package microstorm.http.input;

import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Applies constraints to the value of a {@link PatchField}: {@code PatchField<@SingleLine String>}.
 */
@Singleton
class PatchFieldExtractor implements ValueExtractor<PatchField<@ExtractedValue ?>> {

  @Override
  public void extractValues(PatchField<?> field, ValueReceiver receiver) {
    receiver.value(null, field == null ? null : field.value());
  }
}
