package dev.podnet.components.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a compute shape allows.
 *
 * @param min fewest VNICs of a flexible shape
 * @param perOcpu VNICs per OCPU of a flexible shape; 0 for a fixed shape
 * @param max most VNICs
 * @param maxOcpus most OCPUs of a flexible shape; 0 for a fixed shape
 * @param ocpus the only sizes of a flexible shape; empty where every number up to the most will do
 * @param image which of OKE's images run on it; x86 where the table says nothing
 */
public record Shape(
    String shape,
    int min,
    int perOcpu,
    int max,
    int maxOcpus,
    List<Integer> ocpus,
    ImageKind image) {

  public Shape {
    ocpus = Optional.ofNullable(ocpus).map(List::copyOf).orElse(List.of());
    image = Optional.ofNullable(image).orElse(ImageKind.X86);
  }

  public boolean isFlexible() {
    return perOcpu > 0;
  }

  /** VNICs of a node: the primary one and what is left for pods. */
  public int vnics(Optional<Integer> ocpus) {
    return isFlexible() ? Math.min(Math.max(ocpus.orElse(1) * perOcpu, min), max) : max;
  }

  /** Whether the shape comes with so many OCPUs. */
  public boolean comesWith(int wanted) {
    return ocpus.isEmpty() ? wanted >= 1 && wanted <= maxOcpus : ocpus.contains(wanted);
  }

  /** The kinds of OKE's images; their names tell which one an image is. */
  public enum ImageKind {
    X86,
    ARM,
    GPU;

    private static final String ARM_MARK = "aarch64";
    private static final String GPU_MARK = "GPU";

    boolean fits(String image) {
      return switch (this) {
        case X86 -> !image.contains(ARM_MARK) && !image.contains(GPU_MARK);
        case ARM -> image.contains(ARM_MARK) && !image.contains(GPU_MARK);
        case GPU -> image.contains(GPU_MARK) && !image.contains(ARM_MARK);
      };
    }
  }
}
