package microstorm.web;

import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Lets constraints on what a {@link PatchField} holds be checked: {@code Given<@OneLine String>}.
 */
@Singleton
class PatchFieldExtractor implements ValueExtractor<PatchField<@ExtractedValue ?>> {

  @Override
  public void extractValues(PatchField<?> given, ValueReceiver receiver) {
    receiver.value(null, given == null ? null : given.value());
  }
}
