using System.Collections.Immutable;
using Pipelines.Agent.State;

namespace Pipelines.Agent.Supervision;

/// <summary>All instances of one service, moved towards the number wanted of each release.</summary>
internal sealed class Fleet(ServiceFolder folder, string mark, InstanceTools tools, IInstanceObserver observer)
{
    private readonly Lock _gate = new();
    private ImmutableSortedDictionary<string, ImmutableArray<Instance>> _instances =
        ImmutableSortedDictionary.Create<string, ImmutableArray<Instance>>(StringComparer.Ordinal);

    public ImmutableArray<Instance> Of(string release) =>
        Volatile.Read(ref _instances).TryGetValue(release, out var instances) ? instances : [];

    public IEnumerable<Instance> All => Volatile.Read(ref _instances).Values.SelectMany(instances => instances);

    /// <summary>Instances of the release that take requests.</summary>
    public int ReadyCount(string release) => Of(release).Count(instance => instance.Ready is not null);

    /// <summary>Makes it so that <paramref name="count"/> instances run; the rest begins to stop, highest index first.</summary>
    public void Scale(string release, ReleaseSpecification specification, int count)
    {
        lock (_gate)
        {
            var instances = Of(release);
            var staying = instances.Where(instance => !instance.IsStopping).OrderBy(instance => instance.Index).ToList();
            foreach (var leaving in staying.Skip(count).Reverse())
            {
                leaving.Stop();
            }

            for (var missing = count - staying.Count; missing > 0; missing--)
            {
                var taken = instances.Select(instance => instance.Index).ToHashSet();
                var index = Enumerable.Range(0, int.MaxValue).First(candidate => !taken.Contains(candidate));
                var added = new Instance(Place(release, index), specification, tools, observer);
                instances = instances.Add(added);
                _ = ForgetWhenGoneAsync(release, added);
            }

            Volatile.Write(ref _instances, _instances.SetItem(release, instances));
        }

        observer.Changed();
    }

    /// <summary>Stops every instance and waits for the last.</summary>
    public async Task StopAsync()
    {
        var all = All.ToList();
        all.ForEach(instance => instance.Stop());
        await Task.WhenAll(all.Select(instance => instance.Completion));
    }

    private InstancePlace Place(string release, int index) => new(
        release, index, folder.Files(release), folder.Record(release, index), folder.Output(release, index), mark);

    private async Task ForgetWhenGoneAsync(string release, Instance instance)
    {
        await instance.Completion;
        lock (_gate)
        {
            var left = Of(release).Remove(instance);
            Volatile.Write(ref _instances, left.IsEmpty ? _instances.Remove(release) : _instances.SetItem(release, left));
        }

        instance.Dispose();
        observer.Changed();
    }
}
