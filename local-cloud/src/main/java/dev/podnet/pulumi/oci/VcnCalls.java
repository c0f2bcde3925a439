package dev.podnet.pulumi.oci;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A VCN's address blocks are not changed by PUT: actions add and remove them one by one. */
final class VcnCalls extends RestCalls {
  private static final String BLOCKS = "cidrBlocks";

  private final WorkRequests work;

  VcnCalls(OciApi api, WorkRequests work) {
    super(api);
    this.work = work;
  }

  @Override
  public Accepted update(Target target, Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(body);
    if (rest.remove(BLOCKS) instanceof List<?> wanted
        && find(target).orElse(Map.of()).get(BLOCKS) instanceof List<?> present) {
      // New ones first: a VCN is never without a block.
      wanted.stream()
          .filter(block -> !present.contains(block))
          .forEach(block -> act(target, "addCidr", block));
      present.stream()
          .filter(block -> !wanted.contains(block))
          .forEach(block -> act(target, "removeCidr", block));
    }
    return super.update(target, rest);
  }

  private void act(Target target, String action, @Nullable Object block) {
    Accepted accepted =
        accepted(
            target,
            call(
                target,
                "POST",
                target.item() + "/actions/" + action,
                Map.of("cidrBlock", String.valueOf(block))));
    if (accepted.workRequest() != null) {
      String _ = work.join(target, accepted.workRequest());
    }
  }
}
