package microstorm.report.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import microstorm.messaging.maintenance.Migration;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The schemas of a rebuild: {@code rebuild} has the new model until the end of the rebuild, and
 * {@code previous} has the rows that it replaced.
 */
@ApplicationScoped
class ModelSchemas {

  static final String REBUILT = "rebuild";
  static final String PREVIOUS = "previous";

  /** So that a schema of somebody else is never dropped. */
  private static final String MARK = "Microstorm: made by a rebuild of the read model";

  private static final String KEYS =
      """
      create table rebuild.rebuild_key (
        key uuid primary key,
        began_at timestamptz,
        -- whether its events are surely newer than the oldest one that the topics have
        certain boolean,
        -- why the running model keeps the rows of this key
        kept text
      )
      """;

  private final Jdbi database;
  private final DataSource source;
  private final Flyway flyway;

  ModelSchemas(Jdbi database, DataSource source, Flyway flyway) {
    this.database = database;
    this.source = source;
    this.flyway = flyway;
  }

  /** The schema of the running service. */
  String running() {
    return database.withHandle(
        handle -> handle.select("select quote_ident(current_schema())").mapTo(String.class).one());
  }

  /** Creates the schema of the new model with the same migrations as the running one. */
  void createRebuilt(String running) {
    database.useHandle(handle -> create(handle, REBUILT));
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .schemas(REBUILT)
        .defaultSchema(REBUILT)
        .createSchemas(false)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    Migration.create(source, REBUILT);
    database.useHandle(
        handle -> {
          handle.execute(KEYS);
          handle.execute(
              "insert into rebuild.deleted_key select * from " + running + ".deleted_key");
          for (ProjectedTable table : ProjectedTable.values()) {
            if (!columns(handle, REBUILT, table).equals(columns(handle, running, table))) {
              throw new RebuildRefused(
                  "The running service has another version of the table %s. Upgrade it first."
                      .formatted(table.table()));
            }
          }
        });
  }

  void dropRebuilt() {
    database.useHandle(handle -> drop(handle, REBUILT));
  }

  /** Replaces the schema by an empty one. */
  static void create(Handle handle, String schema) {
    drop(handle, schema);
    handle.execute("create schema " + schema);
    handle.execute("comment on schema " + schema + " is '" + MARK + "'");
  }

  static void drop(Handle handle, String schema) {
    if (!exists(handle, schema)) {
      return;
    }
    if (!isMarked(handle, schema)) {
      throw new RebuildRefused(
          "The database has a schema \"%s\" that no rebuild has made. Rename it first."
              .formatted(schema));
    }
    handle.execute("drop schema " + schema + " cascade");
  }

  static boolean exists(Handle handle, String schema) {
    return handle
        .select("select exists (select from pg_namespace where nspname = ?)", schema)
        .mapTo(Boolean.class)
        .one();
  }

  private static boolean isMarked(Handle handle, String schema) {
    return handle
        .select(
            """
            select exists (select from pg_namespace
              where nspname = ? and obj_description(oid, 'pg_namespace') = ?)
            """,
            schema,
            MARK)
        .mapTo(Boolean.class)
        .one();
  }

  /** The columns of a table that a statement may fill. */
  static String columns(Handle handle, String schema, ProjectedTable table) {
    return handle
        .select(
            """
            select coalesce(string_agg(quote_ident(column_name), ', ' order by column_name), '')
            from information_schema.columns
            where quote_ident(table_schema) = ? and table_name = ? and is_generated = 'NEVER'
              and identity_generation is distinct from 'ALWAYS'
            """,
            schema,
            table.table())
        .mapTo(String.class)
        .one();
  }
}
