using System.Globalization;
using Npgsql;
using Pipelines.Testing;
using Pipelines.Tools;
using Sample.Storefront.Orders.Postgres;

namespace Sample.Storefront.IntegrationTests.Servers;

/// <summary>PostgreSQL: the one that <c>POSTGRES_HOST</c> names, as a service of a CI job is, else the distribution's, started here.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Installed = "/usr/lib/postgresql";
    private readonly ScratchFolder? _scratch;
    private readonly NpgsqlConnectionStringBuilder _administrator;
    private int _databases;

    private PostgresServer(NpgsqlConnectionStringBuilder administrator, ScratchFolder? scratch, OwnServer? own)
    {
        _administrator = administrator;
        _scratch = scratch;
        Own = own;
    }

    /// <summary>The server's process; null when it is not ours to kill.</summary>
    public OwnServer? Own { get; }

    public static async Task<PostgresServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("POSTGRES_HOST") is { Length: > 0 } host)
        {
            return new(Address(host, int.Parse(Variable("POSTGRES_PORT", "5432"), CultureInfo.InvariantCulture), Variable("POSTGRES_USER", "postgres"), Variable("POSTGRES_PASSWORD", "")), scratch: null, own: null);
        }

        var programs = Directory.Exists(Installed)
            ? Directory.GetDirectories(Installed).OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;
        Needs.Part("postgresql", programs is not null, "apt-get install postgresql");
        return await StartAsync(programs!);
    }

    /// <summary>A new, empty database.</summary>
    public async Task<PostgresPlace> CreateDatabaseAsync()
    {
        // A service may be shared with other runs.
        var name = string.Create(CultureInfo.InvariantCulture, $"storefront_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"create database {name}");
        return PostgresPlace.Parse(new NpgsqlConnectionStringBuilder(_administrator.ConnectionString) { Database = name, Pooling = true }.ConnectionString);
    }

    /// <summary>Executes a statement as the administrator.</summary>
    public async Task ExecuteAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(_administrator);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Own is not null)
        {
            await Own.DisposeAsync();
        }

        _scratch?.Dispose();
    }

    private static async Task<PostgresServer> StartAsync(string programs)
    {
        const string Password = "only on this machine";
        var scratch = new ScratchFolder();
        try
        {
            var runner = new ProcessRunner(scratch.Path, TimeProvider.System);
            var data = scratch / "data";
            await runner.RunAsync(Command.Of("chmod", "755", scratch.Path), CancellationToken.None);
            await runner.RunAsync(Command.Of("install", [.. IsRoot ? ["-o", "postgres", "-m", "700"] : new[] { "-m", "700" }, "-d", data]), CancellationToken.None);
            var initialise = AsPlainUser(Path.Combine(programs, "initdb"), "-D", data, "-U", "shop", "-A", "scram-sha-256", $"--pwfile={scratch.Write("password", Password)}", "--no-sync", "-E", "UTF8", "--locale=C");
            await runner.RunAsync(initialise, CancellationToken.None);
            var port = FreePort.Next();
            var server = AsPlainUser(Path.Combine(programs, "postgres"), "-D", data, "-p", $"{port}", "-h", "127.0.0.1", "-k", data, "-c", "fsync=off", "-c", "max_connections=50");
            var own = new OwnServer(scratch.Path, server, "ready to accept connections");
            await own.StartAsync();
            return new(Address("127.0.0.1", port, "shop", Password), scratch, own);
        }
        catch
        {
            scratch.Dispose();
            throw;
        }
    }

    private static bool IsRoot => Environment.UserName == "root";

    // PostgreSQL refuses to run as root.
    private static Command AsPlainUser(string program, params string[] arguments) =>
        IsRoot ? Command.Of("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", program, .. arguments]) : Command.Of(program, arguments);

    private static NpgsqlConnectionStringBuilder Address(string host, int port, string user, string password) =>
        new() { Host = host, Port = port, Username = user, Password = password, Database = "postgres", Pooling = false };

    private static string Variable(string name, string otherwise) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : otherwise;
}
