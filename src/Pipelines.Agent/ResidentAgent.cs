using System.Globalization;
using System.Security.Cryptography;
using Pipelines.Agent.Administration;
using Pipelines.Agent.State;
using Pipelines.Agent.Supervision;

namespace Pipelines.Agent;

/// <summary>The resident process of one environment root, put together.</summary>
internal sealed class ResidentAgent : IAsyncDisposable
{
    private readonly AgentArguments _arguments;
    private readonly TimeProvider _time;
    private readonly FileStream _lock;
    private readonly AgentLog _log;
    private readonly ReadinessProbe _probe;
    private readonly Services _services;
    private AdministrationServer? _server;

    private ResidentAgent(AgentArguments arguments, FileStream rootLock, TimeProvider time, Random random)
    {
        _arguments = arguments;
        _time = time;
        _lock = rootLock;
        _log = new AgentLog(Path.Combine(arguments.Root, "agent.log"), time);
        _probe = new ReadinessProbe(time);
        var instances = new InstanceTools(time, new Ports(random), _probe, Environment.GetEnvironmentVariable);
        _services = new Services(new ServiceTools(arguments.Root, time, instances, _log, HolderLife.IsAlive));
    }

    /// <returns>Null when another agent has this root.</returns>
    public static ResidentAgent? Take(AgentArguments arguments, TimeProvider time, Random random)
    {
        PrivateFolder.Create(arguments.Root);
        try
        {
            var rootLock = new FileStream(Path.Combine(arguments.Root, "agent.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new ResidentAgent(arguments, rootLock, time, random);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <param name="stop">Called when a client asks the agent to end.</param>
    public async Task StartAsync(Action stop, CancellationToken cancellationToken)
    {
        var startedAt = _time.GetUtcNow();
        // One that was killed left its own behind, which would send clients to a socket that nobody answers.
        File.Delete(Path.Combine(_arguments.Root, "agent.json"));
        var socket = SocketPath.Of(_arguments.Root, Path.GetTempPath(), HolderLife.UserId());
        PrivateFolder.Create(Path.GetDirectoryName(socket)!);
        await _services.LoadAsync(cancellationToken);

        _server = new AdministrationServer(socket, _arguments.MetricsPort, _log);
        var agent = new AgentFile(Environment.ProcessId, socket, _arguments.MetricsPort, startedAt, Version());
        new ServiceEndpoints(_services, _time, startedAt).Map(_server.Routes);
        new LeaseEndpoints(_services).Map(_server.Routes);
        new ReleaseEndpoints(_services).Map(_server.Routes);
        new LogEndpoints(_services).Map(_server.Routes);
        new MetricsEndpoint(_services).Map(_server.Routes);
        new AgentEndpoints(_services, () => agent, _arguments.Root, stop).Map(_server.Routes);
        agent = agent with { MetricsPort = await _server.StartAsync(cancellationToken) };
        DurableFile.Write(Path.Combine(_arguments.Root, "agent.json"), agent, StateJson.Default.AgentFile);
        _log.Write($"Agent {agent.Version} started with pid {agent.Pid}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        File.Delete(Path.Combine(_arguments.Root, "agent.json"));
        _probe.Dispose();
        _log.Write("Agent ended.");
        await _lock.DisposeAsync();
    }

    private static string Version()
    {
        using var binary = File.OpenRead(typeof(ResidentAgent).Assembly.Location);
        return Convert.ToHexString(SHA256.HashData(binary)).ToLower(CultureInfo.InvariantCulture)[..16];
    }
}
