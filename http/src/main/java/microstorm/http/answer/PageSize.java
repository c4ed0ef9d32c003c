package microstorm.http.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import microstorm.http.HttpConfig;

/**
 * Ends a page of a list where its JSON would become too long. A request counts until its client has
 * the whole page, so a page must not be worth holding up.
 */
@ApplicationScoped
public class PageSize {

  private final ObjectMapper json;
  private final HttpConfig config;

  PageSize(ObjectMapper json, HttpConfig config) {
    this.json = json;
    this.config = config;
  }

  /** The first of these items, at least one, as many as fit in a page. */
  public <T> List<T> fitting(List<T> items) {
    long left = config.pageBytes().asLongValue();
    int fitting = 0;
    for (T item : items) {
      left -= length(item);
      if (left < 0 && fitting > 0) {
        break;
      }
      fitting++;
    }
    return items.subList(0, fitting);
  }

  private int length(Object item) {
    try {
      return json.writeValueAsBytes(item).length;
    } catch (JsonProcessingException e) {
      // Without the cause, since its message may quote texts of users.
      throw new IllegalArgumentException("Cannot serialize an item of a list.");
    }
  }
}
