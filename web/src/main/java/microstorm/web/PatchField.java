package microstorm.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;

/**
 * A field that a request to change something names, be it with null, which takes the value away. A
 * field that is left out stays as it is: it is no {@code Given} but null.
 */
@JsonDeserialize(using = PatchField.Reader.class)
public record PatchField<T>(T value) {

  /** The value that was given, or the one there is when none was. */
  public static <T> T or(PatchField<T> given, T present) {
    return given == null ? present : given.value();
  }

  /** Tells null from left out. */
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
