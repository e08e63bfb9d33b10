using System.Text.Json;
using Pipelines.Tools;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>The door to the agent of an environment root: opens to the one that runs, or starts it.</summary>
internal sealed class AgentGate(AbsolutePath root, ICommandRunner runner, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim _door = new(1, 1);
    private AgentConnection? _connection;

    /// <summary>A connection to the agent, which is started when none runs.</summary>
    public async Task<AgentConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_connection is { IsLost: false } open)
        {
            return open;
        }

        await _door.WaitAsync(cancellationToken);
        try
        {
            return await FindAsync(cancellationToken) ?? await StartAsync(cancellationToken);
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>A connection to the agent that runs, or null.</summary>
    public async Task<AgentConnection?> FindAsync(CancellationToken cancellationToken)
    {
        if (_connection is { IsLost: false } open)
        {
            return open;
        }

        if (ReadFile() is not { } file)
        {
            return null;
        }

        var connection = new AgentConnection(file.Socket);
        try
        {
            await connection.GetTextAsync("agent", cancellationToken);
            _connection = connection;
            return connection;
        }
        catch (FleetException)
        {
            connection.Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _door.Dispose();
    }

    private async Task<AgentConnection> StartAsync(CancellationToken cancellationToken)
    {
        var program = await AgentProgram.InstallAsync(root, cancellationToken);
        var log = root / "agent.log";
        await runner.StartDetachedAsync(Command.Of("dotnet", program, "--root", root), log, cancellationToken);
        var end = time.GetUtcNow() + StartTime;
        while (time.GetUtcNow() < end)
        {
            if (await FindAsync(cancellationToken) is { } connection)
            {
                return connection;
            }

            await Task.Delay(LookInterval, time, cancellationToken);
        }

        throw new FleetException($"The agent of {root} did not answer within {StartTime.TotalSeconds:0} s. Its output is in {log}.");
    }

    private AgentFile? ReadFile()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(root / "agent.json"), AgentJson.Default.AgentFile);
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            return null;
        }
    }
}
