package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Release;
import org.junit.jupiter.api.Test;

/** All pods run in a namespace that enforces the Pod Security Standard <em>restricted</em>. */
@OnCluster
class PodSecurityIT {

  private final Release release = Release.shared();

  @Test
  void everyPodIsAdmittedToARestrictedNamespace() {
    assertThat(
            release
                .client()
                .namespaces()
                .withName(release.namespace())
                .get()
                .getMetadata()
                .getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    assertThat(release.client().pods().inNamespace(release.namespace()).list().getItems())
        .as("pods that were admitted")
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            pod ->
                assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot())
                    .as(pod.getMetadata().getName())
                    .isTrue());
  }

  /** Negative control: the namespace does refuse a pod that is not restricted. */
  @Test
  void aPodThatIsNotRestrictedIsRefused() {
    Pod careless =
        new PodBuilder()
            .withNewMetadata()
            .withName("careless")
            .withNamespace(release.namespace())
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("careless")
            .withImage("microstorm/idea-service:" + Release.imageTag())
            .endContainer()
            .endSpec()
            .build();

    assertThatThrownBy(() -> release.client().resource(careless).create())
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("violates PodSecurity");
  }
}
