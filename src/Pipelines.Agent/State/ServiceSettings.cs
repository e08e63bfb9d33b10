using System.Collections.Immutable;

namespace Pipelines.Agent.State;

/// <summary>How a service listens and sorts its requests.</summary>
// Optional properties are set, not init: the JSON source generator overwrites the defaults of init properties.
internal sealed record ServiceSettings
{
    public required int Port { get; init; }

    /// <summary>An IP address of this machine; loopback unless set.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>How long a backend may stay silent before its answer begins; 100 seconds unless set.</summary>
    public double RequestTimeoutSeconds { get; set; } = 100;

    /// <summary>Name of the cookie that keeps a client on its release; null keeps nobody.</summary>
    public string? StickyCookie { get; set; }

    public ImmutableArray<HeaderMatch> Matches { get; set; } = [];

    public IEnumerable<string> Problems()
    {
        if (Port is < 1 or > 65535)
        {
            yield return $"Port {Port} is not a port; choose one from 1 to 65535.";
        }

        if (!System.Net.IPAddress.TryParse(Host, out _))
        {
            yield return $"Host '{Host}' is not an IP address; use 127.0.0.1 for this machine only, 0.0.0.0 for all.";
        }

        if (RequestTimeoutSeconds is not (> 0 and <= 86400))
        {
            yield return $"Request timeout {RequestTimeoutSeconds} s is out of range; use more than 0, at most 86400.";
        }

        if (StickyCookie is not null && !Names.IsToken(StickyCookie))
        {
            yield return $"Sticky cookie '{StickyCookie}' is not a cookie name; use letters, digits, '-' and '_'.";
        }

        foreach (var match in Matches.Where(match => !Names.IsToken(match.Header)))
        {
            yield return $"Header '{match.Header}' is not a header name; use letters, digits, '-' and '_'.";
        }
    }
}
