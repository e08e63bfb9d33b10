using System.Collections.Immutable;

namespace Pipelines;

/// <summary>Servers that integration tests talk to.</summary>
public static class Services
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>PostgreSQL, ready when it takes connections. The job gets <c>POSTGRES_HOST</c>, <c>_PORT</c>, <c>_USER</c>, <c>_PASSWORD</c> and <c>_DB</c>.</summary>
    /// <param name="version">Tag of the image <c>postgres</c>, best with its digest: <c>17@sha256:...</c></param>
    public static Service Postgres(string version) => new("postgres", $"postgres:{version}", 5432)
    {
        Variables = PostgresLogin,
        Login = PostgresLogin,
        Requires = ["POSTGRES_PASSWORD"],
        Readiness = "pg_isready",
    };

    /// <summary>Redis, ready when it answers. The job gets <c>REDIS_HOST</c> and <c>REDIS_PORT</c>.</summary>
    /// <param name="version">Tag of the image <c>redis</c>, best with its digest.</param>
    public static Service Redis(string version) => new("redis", $"redis:{version}", 6379) { Readiness = "redis-cli ping" };

    // A server that lives as long as the job and that only the job can reach.
    private static ImmutableSortedDictionary<string, string> PostgresLogin => None
        .Add("POSTGRES_DB", "tests").Add("POSTGRES_PASSWORD", "only-in-this-job").Add("POSTGRES_USER", "tests");
}
