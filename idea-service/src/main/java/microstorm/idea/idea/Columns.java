package microstorm.idea.idea;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** Binds a statement's parameters one after the other: columns of rows as arrays. */
final class Columns {

  private final Connection connection;
  private final PreparedStatement statement;
  private int bound;

  Columns(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  Columns value(String value) throws SQLException {
    statement.setString(++bound, value);
    return this;
  }

  <R> Columns uuids(Collection<R> rows, Function<R, UUID> column) throws SQLException {
    return array("uuid", rows.stream().map(column).toArray(UUID[]::new));
  }

  <R> Columns texts(Collection<R> rows, Function<R, String> column) throws SQLException {
    return array("text", rows.stream().map(column).toArray(String[]::new));
  }

  <R> Columns bytes(Collection<R> rows, Function<R, byte[]> column) throws SQLException {
    return array("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  <R> Columns flags(Collection<R> rows, Function<R, Boolean> column) throws SQLException {
    return array("bool", rows.stream().map(column).toArray(Boolean[]::new));
  }

  <R> Columns integers(Collection<R> rows, Function<R, Integer> column) throws SQLException {
    return array("int4", rows.stream().map(column).toArray(Integer[]::new));
  }

  <R> Columns numbers(Collection<R> rows, Function<R, Long> column) throws SQLException {
    return array("int8", rows.stream().map(column).toArray(Long[]::new));
  }

  Columns array(String type, Object[] values) throws SQLException {
    statement.setArray(++bound, connection.createArrayOf(type, values));
    return this;
  }
}
