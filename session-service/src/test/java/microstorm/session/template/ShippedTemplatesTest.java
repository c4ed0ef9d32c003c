package microstorm.session.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each template that ships keeps the limits of templates, and is complete in both languages. */
class ShippedTemplatesTest {

  static final List<String> NAMES = ShippedTemplates.NAMES;

  private final ShippedTemplates shipped = new ShippedTemplates(new ObjectMapper());
  private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

  @ParameterizedTest
  @FieldSource("NAMES")
  void aTemplateIsValidAndCompleteInBothLanguages(String name) {
    DefineTemplate english = shipped.find(name + ".en").orElseThrow();
    DefineTemplate german = shipped.find(name + ".de").orElseThrow();
    for (DefineTemplate template : List.of(english, german)) {
      assertThat(validator.validate(template)).isEmpty();
      assertThat(template.criteria()).as("the quiet phase needs one").isNotEmpty();
      assertThat(template.cards()).isNotEmpty();
    }
    assertThat(german.cards()).hasSameSizeAs(english.cards());
    assertThat(german.criteria()).hasSameSizeAs(english.criteria());
    assertThat(german.topics() == null ? 0 : german.topics().size())
        .isEqualTo(english.topics() == null ? 0 : english.topics().size());
    assertThat(german.settings()).isEqualTo(english.settings());
    assertThat(german.breaks()).isEqualTo(english.breaks());
  }
}
