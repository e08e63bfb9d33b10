using System.Collections.Concurrent;
using Pipelines.Agent.State;

namespace Pipelines.Agent;

/// <summary>The services of one agent, by name.</summary>
internal sealed class Services(ServiceTools tools) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Service> _services = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _adding = new(1, 1);

    public IEnumerable<Service> All => _services.Values.OrderBy(service => service.Name, StringComparer.Ordinal);

    /// <exception cref="RefusedException">404: nobody made it yet.</exception>
    public Service Find(string name) => _services.TryGetValue(name, out var service)
        ? service
        : throw new RefusedException(
            StatusCodes.Status404NotFound,
            $"There is no service '{name}'. Known: {string.Join(", ", All.Select(known => known.Name).DefaultIfEmpty("none"))}. Acquiring its lease makes it.");

    public async Task<Service> FindOrAddAsync(string name, CancellationToken cancellationToken)
    {
        await _adding.WaitAsync(cancellationToken);
        try
        {
            return _services.TryGetValue(name, out var known) ? known : await StartAsync(name, cancellationToken);
        }
        finally
        {
            _adding.Release();
        }
    }

    /// <summary>Brings back what an earlier agent was told.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var folders = Directory.CreateDirectory(Path.Combine(tools.Root, "services")).EnumerateDirectories();
        await Task.WhenAll(folders.Select(folder => StartAsync(folder.Name, cancellationToken)));
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_services.Values.Select(service => service.DisposeAsync().AsTask()));
        _adding.Dispose();
    }

    private async Task<Service> StartAsync(string name, CancellationToken cancellationToken)
    {
        var service = _services.GetOrAdd(name, static (name, tools) => new Service(name, tools), tools);
        await service.StartAsync(cancellationToken);
        return service;
    }
}
