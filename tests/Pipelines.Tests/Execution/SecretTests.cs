using System.Text;
using NUnit.Framework;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Execution;

[TestFixture]
public sealed class SecretTests
{
    private const string Key = "p@ss/w\"rd+1";

    [Test]
    public async Task A_secret_is_nowhere_in_what_is_shown_or_kept_in_whatever_form()
    {
        using var workspace = new Workspace { Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["API_KEY"] = Key } };

        var ran = await workspace.RunAsync<Talkative>("Talk");

        var kept = Directory.EnumerateFiles(workspace.Folder.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText);
        foreach (var text in kept.Prepend(ran.Output).Prepend(ran.Error))
        {
            text.ShouldNotContain(Key);
            text.ShouldNotContain(Uri.EscapeDataString(Key));
            text.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Key))[..^2]);
            text.ShouldNotContain("cEBzcy93");
        }
        ran.Output.ShouldContain("plain ***");
    }

    [Test]
    public async Task A_secret_too_short_to_mask_is_refused()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Talkative>("Talk --api-key abc");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldContain("The secret 'ApiKey' has 3 characters: one so short cannot be masked without blanking unrelated text. Use at least 4");
        ran.Error.ShouldNotContain("abc");
    }

    private sealed class Talkative : PipelineBuild
    {
        [Parameter, Secret]
        private readonly string? _apiKey = null;

        public Target Talk => _ => _.Executes(async (run, cancellationToken) =>
        {
            Log.Information("plain {Key}", _apiKey);
            Log.Warning("escaped {Key}", Uri.EscapeDataString(_apiKey!));
            run.Summary("Key", _apiKey!);
            await run.Output.WriteAsync($"basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{_apiKey}"))}");
            await RunAsync(Pipelines.Tools.Command.Of("echo", Convert.ToBase64String(Encoding.UTF8.GetBytes(_apiKey!))), cancellationToken);
            throw new InvalidOperationException($"refused {_apiKey}");
        });
    }
}
