package microstorm.idea;

import java.util.UUID;
import microstorm.testing.HostileRequests;
import microstorm.testing.TestIssuer;

@IdeaServiceTest
class HostileRequestsTest extends HostileRequests {

  HostileRequestsTest() {
    super(
        "/api/boards/%s",
        100_000,
        new RefusedPost(
            "/api/boards/01890000-0000-7000-8000-000000000000/topics",
            "application/json",
            "Authorization: Bearer " + TestIssuer.ownerOf(UUID.randomUUID()) + "\r\n",
            401));
  }
}
