package microstorm.idea.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.database.StoredJsonMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.jackson2.Jackson2Config;
import org.jdbi.v3.jackson2.Jackson2Plugin;

/**
 * Provides SQL in the caller's transaction: the data source gives each transaction one connection.
 */
class DatabaseProducer {

  @Produces
  @Singleton
  Jdbi jdbi(DataSource database, ObjectMapper json) {
    Jdbi jdbi =
        Jdbi.create(database)
            .installPlugin(new Jackson2Plugin())
            .registerArrayType(UUID.class, "uuid")
            .registerArrayType(String.class, "text")
            .registerArrayType(Integer.class, "int4")
            .registerArrayType(Long.class, "int8");
    // The values of a statement include the text of ideas, which must not appear in error messages.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.getConfig(Jackson2Config.class).setMapper(StoredJsonMapper.of(json));
    return jdbi;
  }
}
