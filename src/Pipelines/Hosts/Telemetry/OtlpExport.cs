using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Pipelines.Hosts.Telemetry;

/// <summary>Sends the spans of one source by OTLP as the <c>OTEL_*</c> variables say. The one file that knows OpenTelemetry's library; without an endpoint it is never loaded.</summary>
internal sealed class OtlpExport : IAsyncDisposable
{
    // A collector that does not answer must not hold up a run that is done.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Action<string> _warn;
    private readonly ExportProblems _problems = new();
    private readonly TracerProvider _provider;

    public OtlpExport(string source, IReadOnlyDictionary<string, string> environment, SecretMask mask, Action<string> warn)
    {
        _warn = warn;
        var variables = environment
            .Where(variable => variable.Key.StartsWith("OTEL_", StringComparison.Ordinal))
            .Select(variable => KeyValuePair.Create(variable.Key, IsShown(variable.Key) ? mask.Apply(variable.Value) : variable.Value));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(variables!).Build();
        _provider = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton<IConfiguration>(configuration))
            // What the variables say comes later, and wins.
            .ConfigureResource(resource => resource.Clear().AddTelemetrySdk().AddService("pipelines", autoGenerateServiceInstanceId: false).AddEnvironmentVariableDetector())
            .AddSource(source)
            .AddOtlpExporter()
            .Build();
    }

    public async ValueTask DisposeAsync()
    {
        var sent = await Task.Run(() => _provider.Shutdown((int)Patience.TotalMilliseconds));
        _provider.Dispose();
        if (!sent || _problems.Last is not null)
        {
            _warn($"Telemetry did not reach its endpoint: {_problems.Last ?? $"no answer within {Patience.TotalSeconds:0} s"}");
        }
        _problems.Dispose();
    }

    // Part of every span that is sent.
    private static bool IsShown(string name) => name is "OTEL_RESOURCE_ATTRIBUTES" or "OTEL_SERVICE_NAME";
}
