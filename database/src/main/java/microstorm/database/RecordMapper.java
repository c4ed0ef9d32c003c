package microstorm.database;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Maps rows to records by the names of their columns.
 *
 * <p>Jdbi's mapper matches columns and parameters again for each statement, and reads the
 * annotations of all parameters for that. This can take longer than the statement itself. This
 * mapper does it once for each type and list of columns. Both come from the code, so the number of
 * kept mappers is bounded.
 */
public final class RecordMapper<T> implements RowMapper<T> {

  private static final Map<Class<?>, RecordMapper<?>> MAPPERS = new ConcurrentHashMap<>();

  private final RowMapper<T> general;
  private final Map<List<String>, RowMapper<T>> byColumns = new ConcurrentHashMap<>();

  private RecordMapper(Class<T> type) {
    this.general = ConstructorMapper.of(type);
  }

  /** The mapper of a type with one public constructor. */
  @SuppressWarnings("unchecked")
  public static <T> RecordMapper<T> of(Class<T> type) {
    return (RecordMapper<T>) MAPPERS.computeIfAbsent(type, RecordMapper::new);
  }

  @Override
  public T map(ResultSet row, StatementContext context) throws SQLException {
    return specialize(row, context).map(row, context);
  }

  @Override
  public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
    List<String> columns = columns(rows.getMetaData());
    RowMapper<T> known = byColumns.get(columns);
    if (known == null) {
      known = general.specialize(rows, context);
      byColumns.put(columns, known);
    }
    return known;
  }

  private static List<String> columns(ResultSetMetaData rows) throws SQLException {
    int count = rows.getColumnCount();
    List<String> columns = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      columns.add(rows.getColumnLabel(i));
    }
    return columns;
  }
}
