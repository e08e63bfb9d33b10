using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tests.Hosts.Telemetry;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Hosts;

/// <summary>Whatever the secret is, and wherever a run speaks, it is not there in any form.</summary>
[TestFixture]
public sealed class SecretSinkTests
{
    private const string Characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~äß€ ";
    private const string Another = "another-secret-of-a-run-to-compare-with";

    [TestCase("plain")]
    [TestCase("terminal", "TERM=xterm")]
    [TestCase("GitHub", "GITHUB_ACTIONS=true")]
    [TestCase("GitLab", "GITLAB_CI=true")]
    public async Task No_secret_survives_in_any_sink(string host, params string[] variables)
    {
        await using var collector = new Collector();
        var compared = await SinksAsync(Another, host == "terminal", variables, collector.Environment);

        Prop.ForAll(Secrets().ToArbitrary(), async secret =>
        {
            var told = await SinksAsync(secret, host == "terminal", variables, collector.Environment);
            foreach (var (sink, text) in told.Append(new("telemetry", collector.Text)))
            {
                // Four letters may stand in a page by chance; then they do whatever the secret is.
                var survived = Forms(secret).Where(form => text.Contains(form, StringComparison.Ordinal) && !compared.GetValueOrDefault(sink, "").Contains(form, StringComparison.Ordinal));
                survived.ShouldBeEmpty($"in {sink} of {host}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    private static Gen<string> Secrets() =>
        from length in Gen.Choose(4, 24)
        from letters in Gen.ArrayOf(Gen.Elements(Characters.ToCharArray()), length)
        let secret = new string(letters)
        where secret.Trim().Length >= 4 && secret.Trim() == secret
        select secret;

    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return JsonEncodedText.Encode(secret).Value;
        yield return JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
        yield return HtmlEncoder.Default.Encode(secret);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=');
    }

    private static async Task<Dictionary<string, string>> SinksAsync(string secret, bool interactive, string[] variables, Dictionary<string, string> telemetry)
    {
        using var folder = new ScratchFolder();
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var environment = new Dictionary<string, string>(telemetry, StringComparer.Ordinal) { ["GITHUB_STEP_SUMMARY"] = folder.Write("summary.md", "") };
        foreach (var variable in variables)
        {
            environment[variable.Split('=')[0]] = variable.Split('=')[1];
        }
        var invocation = new BuildInvocation
        {
            Environment = environment,
            Root = folder.Path,
            Output = output,
            Error = error,
            Interactive = interactive,
        };
        var talked = await PipelineBuild.RunAsync<Talkative>(invocation with { Arguments = ["Talk", "Retry", $"--api-key={secret}", "--verbosity", "verbose"] }, CancellationToken.None);
        talked.ExitCode.ShouldBe(ExitCodes.Failed, error.ToString());
        var told = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);
        string[] left = ["summary.md", "log.txt", "run.json", "report.html", "state.tsv", .. variables.Contains("GITLAB_CI=true", StringComparer.Ordinal) ? ["code-quality.json"] : Array.Empty<string>()];
        told.Keys.ShouldBe(left, ignoreOrder: true);
        (told["output"], told["error"]) = (output.ToString(), error.ToString());

        output.GetStringBuilder().Clear();
        await PipelineBuild.RunAsync<Talkative>(invocation with { Arguments = ["Ask", $"--api-key={secret}"] }, CancellationToken.None);
        told["answer"] = output.ToString();
        told["answer"].ShouldContain("***");
        return told;
    }

    private sealed class Talkative : PipelineBuild
    {
        [Parameter, Secret]
        private readonly string? _apiKey = null;

        public Target Talk => _ => _.ProceedAfterFailure().Executes(async (run, cancellationToken) =>
        {
            var padding = new string('-', 79 - (_apiKey!.Length / 2));
            await run.Output.WriteLineAsync(padding + _apiKey);
            foreach (var letter in $"{Uri.EscapeDataString(_apiKey)} {JsonSerializer.Serialize(_apiKey)}\n")
            {
                await run.Output.WriteAsync(letter);
            }
            run.Status($"{padding}{_apiKey}");
            run.Summary(_apiKey, $"{new string('-', 30)} {_apiKey}");
            await RunAsync(Command.Of("printf", "%s\n", _apiKey, Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{_apiKey}"))), cancellationToken);
            throw new InvalidOperationException($"{padding}{_apiKey}\nrefused {_apiKey}", new IOException(_apiKey));
        });

        public Target Retry => _ => _.Retry(1).Executes(() => throw new TargetFailedException($"again {_apiKey}"));

        public Target Ask => _ => _.Answers().Executes(async (run, _) =>
        {
            foreach (var letter in $"{{\"key\":{JsonSerializer.Serialize(_apiKey)}}} {_apiKey}")
            {
                await run.Output.WriteAsync(letter);
            }
        });
    }
}
