package microstorm.local.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The description of a backup, its last entry.
 *
 * @param format the version of this layout
 * @param product the version of Microstorm that wrote it
 * @param createdAt an ISO 8601 instant
 * @param databases by the name of the service
 * @param topics all topics with events
 * @param offsets the next offset of each consumer group, by topic and partition ({@code topic/0})
 * @param entries all other entries
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
    int format,
    String product,
    String createdAt,
    Map<String, Database> databases,
    List<Topic> topics,
    Map<String, Map<String, Long>> offsets,
    List<Entry> entries) {
  static final String NAME = "manifest.json";
  static final int FORMAT = 1;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * The content of a database.
   *
   * @param sequences the last value of each sequence
   */
  record Database(SchemaVersion schema, List<Table> tables, Map<String, Long> sequences) {}

  /**
   * A table.
   *
   * @param columns the columns in the order of the rows, as a quoted list for SQL
   */
  record Table(String name, String columns) {}

  /**
   * A topic.
   *
   * @param retentionMillis the minimum time that it keeps an event; -1 for ever
   */
  record Topic(String name, int partitions, long retentionMillis) {}

  /** An entry of the file, with the SHA-256 digest of its uncompressed content in hex. */
  record Entry(String name, long bytes, String sha256) {}

  static Manifest read(byte[] json) throws IOException {
    return JSON.readValue(json, Manifest.class);
  }

  /** The schema version of each database. */
  Map<String, SchemaVersion> schemas() {
    return databases.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, database -> database.getValue().schema()));
  }

  byte[] json() throws IOException {
    return JSON.writeValueAsBytes(this);
  }
}
