using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pipelines.Delivery.Stages;

/// <summary>Processes on this machine behind the embedded proxy.</summary>
/// <param name="Port">Where the stage answers, on loopback unless <see cref="Host"/> says otherwise.</param>
/// <param name="Program">Started in the folder of the release, such as <c>dotnet</c>.</param>
/// <param name="Arguments">Of the program; <c>{port}</c> stands for the instance's own port.</param>
public sealed record LocalPlatform(int Port, string Program, ImmutableArray<string> Arguments) : Platform
{
    /// <summary>Address the stage listens on; <c>127.0.0.1</c> unless set.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Answers 200 when an instance can take traffic; <c>/health/ready</c> unless set.</summary>
    public string ReadyPath { get; init; } = "/health/ready";

    /// <summary>How long an instance that leaves finishes its requests; 30 seconds unless set.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an instance may take to end by itself before it is killed; 10 seconds unless set.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest answer the proxy waits for; 100 seconds unless set.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Name of the cookie that keeps a visitor on one version; none unless set.</summary>
    public string? StickyCookie { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Word => "local";

    /// <inheritdoc/>
    [JsonIgnore]
    public override Uri Address => new UriBuilder(Uri.UriSchemeHttp, Host, Port).Uri;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsThisMachine => true;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string ReadyWords => $"ready is who answers GET {ReadyPath} with 200; what instances wrote is in their instance-*.log, with the stage";
}
