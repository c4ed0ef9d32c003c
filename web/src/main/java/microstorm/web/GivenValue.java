package microstorm.web;

import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets constraints on what a {@link Given} holds be checked: {@code Given<@OneLine String>}. */
@Singleton
class GivenValue implements ValueExtractor<Given<@ExtractedValue ?>> {

  @Override
  public void extractValues(Given<?> given, ValueReceiver receiver) {
    receiver.value(null, given == null ? null : given.value());
  }
}
