package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.DrgArgs;
import com.pulumi.oci.Core.DrgAttachment;
import com.pulumi.oci.Core.DrgAttachmentArgs;
import com.pulumi.oci.Core.DrgRouteTable;
import com.pulumi.oci.Core.DrgRouteTableArgs;
import com.pulumi.oci.Core.DrgRouteTableRouteRule;
import com.pulumi.oci.Core.DrgRouteTableRouteRuleArgs;
import com.pulumi.oci.Core.RemotePeeringConnection;
import com.pulumi.oci.Core.RemotePeeringConnectionArgs;
import com.pulumi.oci.Core.inputs.DrgAttachmentNetworkDetailsArgs;
import com.pulumi.resources.Resource;
import dev.podnet.components.config.DrgRouteConfig;
import dev.podnet.components.config.RemotePeeringConfig;
import dev.podnet.components.plan.NetworkPlan.Drg;
import dev.podnet.components.plan.Origin;
import java.util.List;
import java.util.Optional;

/** The DRG, the VCN's attachment to it, and its route table for what leaves the VCN. */
final class DynamicRouting {
  private final NetworkSurroundings around;
  private final Drg plan;
  private final Output<String> id;
  private final Optional<DrgRouteTable> table;
  private final DrgAttachment attachment;

  /**
   * Declares them.
   *
   * @param ingress OCID of the VCN's route table for what comes in by the DRG
   */
  DynamicRouting(NetworkSurroundings around, Drg plan, Optional<Output<String>> ingress) {
    this.around = around;
    this.plan = plan;
    this.id = plan.origin() instanceof Origin.Adopted adopted ? Output.of(adopted.id()) : drg();
    this.table = plan.routes().isEmpty() ? Optional.empty() : Optional.of(table());
    this.attachment = attachment(ingress);
    plan.remotePeerings().forEach(this::remotePeering);
  }

  Output<String> id() {
    return id;
  }

  Resource attachment() {
    return attachment;
  }

  /** The DRG's own routes; they lead to attachments, which may be this one. */
  void routes() {
    table.ifPresent(t -> plan.routes().forEach(route -> rule(t, route)));
  }

  private Output<String> drg() {
    String child = around.child("drg");
    return new com.pulumi.oci.Core.Drg(
            child,
            DrgArgs.builder()
                .compartmentId(around.plan().compartment())
                .displayName(child)
                .freeformTags(around.tags())
                .build(),
            around.options())
        .id();
  }

  private DrgRouteTable table() {
    String child = around.child("drg routes");
    return new DrgRouteTable(
        child,
        DrgRouteTableArgs.builder()
            .drgId(id)
            .displayName(child)
            .freeformTags(around.tags())
            .build(),
        around.options());
  }

  private DrgAttachment attachment(Optional<Output<String>> ingress) {
    String child = around.child("drg");
    DrgAttachmentNetworkDetailsArgs.Builder network =
        DrgAttachmentNetworkDetailsArgs.builder().type("VCN").id(around.vcnId());
    ingress.ifPresent(network::routeTableId);
    DrgAttachmentArgs.Builder args =
        DrgAttachmentArgs.builder()
            .drgId(id)
            .networkDetails(network.build())
            .displayName(child)
            .freeformTags(around.tags());
    table
        .map(DrgRouteTable::id)
        .or(() -> plan.routeTable().map(Output::of))
        .ifPresent(args::drgRouteTableId);
    return new DrgAttachment(child, args.build(), around.options());
  }

  private void rule(DrgRouteTable owner, DrgRouteConfig route) {
    // The destination is the route's identity: another one is another route.
    new DrgRouteTableRouteRule(
        around.child("drg route " + route.destination()),
        DrgRouteTableRouteRuleArgs.builder()
            .drgRouteTableId(owner.id())
            .destination(route.destination().toString())
            .destinationType("CIDR_BLOCK")
            .nextHopDrgAttachmentId(route.attachment())
            .build(),
        around.after(List.of(attachment)));
  }

  private void remotePeering(RemotePeeringConfig peering) {
    String child = around.child(peering.name());
    RemotePeeringConnectionArgs.Builder args =
        RemotePeeringConnectionArgs.builder()
            .compartmentId(around.plan().compartment())
            .drgId(id)
            .displayName(child)
            .freeformTags(around.tags());
    peering.peer().ifPresent(args::peerId);
    peering.peerRegion().ifPresent(args::peerRegionName);
    new RemotePeeringConnection(child, args.build(), around.options());
  }
}
