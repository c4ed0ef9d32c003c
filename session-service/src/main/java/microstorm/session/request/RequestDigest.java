package microstorm.session.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import microstorm.http.Secrets;
import microstorm.http.problem.ProblemException;
import microstorm.http.problem.SharedProblem;

/**
 * Notices a retry key that is used for another request. A digest of the first request is stored
 * with what it added, because that may have changed since.
 */
@ApplicationScoped
public class RequestDigest {

  private final ObjectMapper json;

  RequestDigest(ObjectMapper json) {
    // a field that the next version adds must not change the digest of a request without it
    this.json = json.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
  }

  /** The digest of a request. Equal requests have equal digests. */
  public byte[] of(Object request) {
    try {
      return Secrets.hash(json.writeValueAsBytes(request));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A request consists of JSON.", e);
    }
  }

  /**
   * Requires that the request is the one that the retry key was first used for.
   *
   * @param first the digest of the first request; null when it was made before digests were stored
   * @throws ProblemException 409 id-in-use
   */
  public void requireSame(byte[] first, Object request) {
    if (first != null && !Arrays.equals(first, of(request))) {
      throw SharedProblem.ID_IN_USE.exception(
          "This Idempotency-Key was used for a request with another body. Use a new one.");
    }
  }
}
