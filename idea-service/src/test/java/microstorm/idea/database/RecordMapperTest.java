package microstorm.idea.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import microstorm.database.RecordMapper;
import microstorm.idea.IdeaServiceTest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.junit.jupiter.api.Test;

@IdeaServiceTest
class RecordMapperTest {

  private static final String CHAIRS = "select 'chair' as name, 3 as how_many";
  private static final String TABLES = "select 2 as how_many, 'table' as name, true as unused";

  @Inject Jdbi database;

  /** A row of the statements above. */
  public record Furniture(String name, int howMany) {}

  @Test
  void findsAColumnByItsNameWhateverTheOrderOfTheStatement() {
    for (int round = 0; round < 2; round++) {
      assertThat(all(CHAIRS)).containsExactly(new Furniture("chair", 3));
      assertThat(all(TABLES)).containsExactly(new Furniture("table", 2));
    }
  }

  @Test
  void matchesColumnsAndParametersOncePerListOfColumns() {
    Set<RowMapper<Furniture>> matched = new HashSet<>();
    for (String select : List.of(CHAIRS, TABLES, CHAIRS, TABLES)) {
      database.useHandle(
          handle ->
              handle
                  .select(select)
                  .map(
                      (row, context) ->
                          matched.add(RecordMapper.of(Furniture.class).specialize(row, context)))
                  .one());
    }
    assertThat(matched).hasSize(2);
  }

  @Test
  void refusesAStatementWithoutAColumnOfTheRecord() {
    assertThatThrownBy(() -> all("select 'chair' as name"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("howMany");
  }

  private List<Furniture> all(String select) {
    return database.withHandle(
        handle -> handle.select(select).map(RecordMapper.of(Furniture.class)).list());
  }
}
