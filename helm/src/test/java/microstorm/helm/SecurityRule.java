package microstorm.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A rule that every pod of the chart keeps: the Pod Security Standard <em>restricted</em> and more.
 * A rule checks one container together with its pod.
 */
enum SecurityRule {
  DOES_NOT_RUN_AS_ROOT(
      (pod, container) ->
          pod.at("/securityContext/runAsNonRoot").asBoolean()
              && pod.at("/securityContext/runAsUser").asInt() > 0),
  HAS_A_READ_ONLY_FILE_SYSTEM(
      (pod, container) -> container.at("/securityContext/readOnlyRootFilesystem").asBoolean()),
  GAINS_NO_PRIVILEGE(
      (pod, container) ->
          !container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)
              && !container.at("/securityContext/privileged").asBoolean()),
  HAS_NO_CAPABILITY(
      (pod, container) ->
          container.at("/securityContext/capabilities/drop/0").asText().equals("ALL")
              && container.at("/securityContext/capabilities/add").isMissingNode()),
  IS_CONFINED_BY_SECCOMP(
      (pod, container) ->
          pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault")),
  SHARES_NOTHING_WITH_THE_NODE(
      (pod, container) ->
          !pod.path("hostNetwork").asBoolean()
              && !pod.path("hostPID").asBoolean()
              && !pod.path("hostIPC").asBoolean()
              && StreamSupport.stream(pod.path("volumes").spliterator(), false)
                  .noneMatch(volume -> volume.has("hostPath"))),
  /**
   * The signing keys are exempt: their Secret holds nothing else, and operators add files to it.
   */
  MOUNTS_NAMED_KEYS_OF_SECRETS(
      (pod, container) ->
          pod.path("volumes")
              .valueStream()
              .filter(volume -> !volume.path("name").asText().equals("signing-keys"))
              .flatMap(volume -> volume.findValues("secret").stream())
              .allMatch(secret -> !secret.path("items").isEmpty())),
  SETS_THE_TOKEN_EXPLICITLY((pod, container) -> pod.has("automountServiceAccountToken")),
  HAS_NO_SERVICE_LINKS((pod, container) -> !pod.path("enableServiceLinks").asBoolean(true)),
  DECLARES_ITS_RESOURCES(
      (pod, container) ->
          Stream.of(
                  "requests/cpu",
                  "requests/memory",
                  "requests/ephemeral-storage",
                  "limits/memory",
                  "limits/ephemeral-storage")
              .allMatch(key -> container.at("/resources/" + key).isValueNode())),
  HAS_A_FIXED_IMAGE(
      (pod, container) ->
          container.path("image").asText().matches(".+:.+")
              && !container.path("image").asText().endsWith(":latest"));

  private final BiPredicate<JsonNode, JsonNode> rule;

  SecurityRule(BiPredicate<JsonNode, JsonNode> rule) {
    this.rule = rule;
  }

  /** The containers of these objects that break the rule, each as "kind name: container". */
  List<String> brokenBy(List<JsonNode> objects) {
    List<String> broken = new ArrayList<>();
    for (JsonNode object : objects) {
      JsonNode pod = podOf(object);
      for (String list : List.of("containers", "initContainers")) {
        for (JsonNode container : pod.path(list)) {
          if (!rule.test(pod, container)) {
            broken.add(Chart.name(object) + ": " + container.path("name").asText());
          }
        }
      }
    }
    return broken;
  }

  /** The pod of an object; missing if the object has none. */
  static JsonNode podOf(JsonNode object) {
    return switch (object.path("kind").asText()) {
      case "Pod" -> object.path("spec");
      case "CronJob" -> object.at("/spec/jobTemplate/spec/template/spec");
      default -> object.at("/spec/template/spec");
    };
  }
}
