package microstorm.idea.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets constraints on a {@link Given} hold for what was given. */
@ApplicationScoped
@UnwrapByDefault
class GivenValue implements ValueExtractor<Given<@ExtractedValue ?>> {

  @Override
  public void extractValues(Given<?> given, ValueReceiver receiver) {
    receiver.value(null, given == null ? null : given.value());
  }
}
