package microstorm.report.database;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Produces access to the database. SQL runs in the caller's transaction, because the data source
 * gives each transaction one connection.
 */
class DatabaseProducer {

  @Produces
  @Singleton
  Jdbi jdbi(DataSource database) {
    return Jdbi.create(database)
        .registerArrayType(UUID.class, "uuid")
        .registerArrayType(String.class, "text")
        .registerArrayType(Integer.class, "int4")
        .registerArrayType(Boolean.class, "bool");
  }
}
