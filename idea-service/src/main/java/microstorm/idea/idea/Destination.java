package microstorm.idea.idea;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an idea is moved below: the id of a topic or idea, or the JSON value null for none. A field
 * that is left out is no destination at all.
 */
@JsonDeserialize(using = Destination.Reader.class)
@Schema(type = SchemaType.STRING, format = "uuid", nullable = true)
public record Destination(UUID id) {

  /** Tells null from left out. */
  static final class Reader extends StdDeserializer<Destination> {

    Reader() {
      super(Destination.class);
    }

    @Override
    public Destination deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return new Destination(context.readValue(json, UUID.class));
    }

    @Override
    public Destination getNullValue(DeserializationContext context) {
      return new Destination(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }
}
