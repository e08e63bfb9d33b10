using Serilog;

namespace Pipelines.Tests.Secrets;

[SecretResolver("vault", "./vault", "read", "{path}", "--from={reference}")]
[SecretResolver("missing", "no-such-program", "{reference}")]
internal sealed class SecretShop : PipelineBuild
{
    [Parameter("Opens the door")]
    private readonly Secret? _apiKey = null;

    [Parameter, Secret]
    private readonly string? _token = null;

    [Parameter]
    private readonly string? _color = null;

    public Target Idle => _ => _.Executes(() => Log.Information("idle"));

    public Target Open => _ => _.Requires(() => _apiKey).Executes(() => Log.Information("opened with {Length}: {Value}", _apiKey!.Reveal().Length, _apiKey.Reveal()));

    public Target Late => _ => _.Executes(() => Log.Information("late {Length}: {Value}", _apiKey!.Reveal().Length, _apiKey.Reveal()));

    public Target Pay => _ => _.Requires(() => _token).Executes(() => Log.Information("paid with {Length}: {Value} {Color}", _token!.Length, _token, _color));
}
