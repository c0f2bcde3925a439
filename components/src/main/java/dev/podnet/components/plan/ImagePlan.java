package dev.podnet.components.plan;

import dev.podnet.components.plan.Shape.ImageKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which image nodes start from.
 *
 * @param id its OCID, where the settings name it
 * @param name its name, where the settings name it
 * @param kind which of OKE's images run on the shape: the newest of them when nothing is named
 * @param kubernetesVersion version of the kubelet in it
 */
public record ImagePlan(
    Optional<String> id, Optional<String> name, ImageKind kind, String kubernetesVersion) {
  /** Newer images last. By date, since as text 8.9 comes after 8.10. */
  public static final Comparator<String> AGE =
      Comparator.comparing((String name) -> date(name).orElse(LocalDate.EPOCH))
          .thenComparing(Comparator.naturalOrder());

  private static final Pattern DATE = Pattern.compile("-(20\\d{2})\\.(0[1-9]|1[0-2])\\.(\\d{2})-");

  /** Whether an image of OKE's list, by its name, is of the version and runs on the shape. */
  public boolean fits(String listed) {
    return name.map(listed::equals)
        .orElseGet(() ->
            listed.contains("-OKE-" + kubernetesVersion.replaceFirst("^v", "") + "-")
                && kind.fits(listed));
  }

  /** The day of release in an image's name. */
  public static Optional<LocalDate> date(String name) {
    return DATE.matcher(name).results().findFirst().map(ImagePlan::date);
  }

  private static LocalDate date(MatchResult found) {
    return LocalDate.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), 1)
        .plusDays(Integer.parseInt(found.group(3)) - 1L);
  }
}
