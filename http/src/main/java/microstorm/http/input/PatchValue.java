package microstorm.http.input;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.List;

/**
 * A field of a PATCH request whose value cannot be removed (RFC 7396): null is refused with 400. A
 * list is emptied by null instead. An absent field is null in the record and leaves the value
 * unchanged. A value that null does remove is a {@link PatchField}.
 */
@Target({FIELD, PARAMETER, ANNOTATION_TYPE})
@Retention(RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = PatchValue.Reader.class)
public @interface PatchValue {

  /** Reads the value as its type says, and tells null from absent. */
  final class Reader extends JsonDeserializer<Object> implements ContextualDeserializer {

    private final BeanProperty property;
    private final JsonDeserializer<?> values;

    Reader() {
      this(null, null);
    }

    private Reader(BeanProperty property, JsonDeserializer<?> values) {
      this.property = property;
      this.values = values;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) throws JsonMappingException {
      return new Reader(
          property, context.findContextualValueDeserializer(property.getType(), property));
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return values.deserialize(json, context);
    }

    @Override
    public Object getNullValue(DeserializationContext context) throws JsonMappingException {
      if (property.getType().isCollectionLikeType()) {
        return List.of();
      }
      throw InvalidNullException.from(context, property.getFullName(), property.getType());
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }
}
