package microstorm.http.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;

/**
 * A field of a PATCH request, with a value or with null, which removes the value. An absent field
 * leaves the value unchanged: then the {@code PatchField} itself is null.
 */
@JsonDeserialize(using = PatchField.Reader.class)
public record PatchField<T>(T value) {

  /** The value of the request, or the present value if the request lacks the field. */
  public static <T> T or(PatchField<T> patch, T present) {
    return patch == null ? present : patch.value();
  }

  /** Distinguishes null from absent. */
  static final class Reader extends JsonDeserializer<PatchField<?>>
      implements ContextualDeserializer {

    private final JavaType type;

    Reader() {
      this(null);
    }

    private Reader(JavaType type) {
      this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) {
      return new Reader(context.getContextualType().containedType(0));
    }

    @Override
    public PatchField<?> deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return new PatchField<>(context.readValue(json, type));
    }

    @Override
    public PatchField<?> getNullValue(DeserializationContext context) {
      return new PatchField<>(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }
}
