using System.Collections.Immutable;

namespace Pipelines.Agent.Administration;

internal sealed record ReleaseView(string Id, int Desired, int Ready, long InFlight, ImmutableArray<InstanceAnswer> Instances)
{
    public static ReleaseView Of(Service service, string release)
    {
        var instances = service.Fleet.Of(release);
        return new ReleaseView(
            release,
            service.State.Desired.GetValueOrDefault(release),
            instances.Count(instance => instance.Ready is not null),
            instances.Sum(instance => instance.InFlight),
            [.. instances.Select(instance => InstanceAnswer.Of(instance.View)).OrderBy(view => view.Index)]);
    }
}
