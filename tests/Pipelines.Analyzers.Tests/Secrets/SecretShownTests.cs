using NUnit.Framework;
using Pipelines.Analyzers.Secrets;
using Pipelines.CodeFixes;
using Shouldly;

namespace Pipelines.Analyzers.Tests.Secrets;

[TestFixture]
public sealed class SecretShownTests
{
    [TestCase("Log.Information(\"{Key}\", [|Key.Reveal()|]);", "Key", "the log")]
    [TestCase("Log.Error($\"key {[|Key.Reveal()|]}\");", "Key", "the log")]
    [TestCase("Log.Debug(\"key \" + [|Password|]);", "Password", "the log")]
    [TestCase("Log.Warning(\"{Key}\", [|Password|].Trim());", "Password", "the log")]
    [TestCase("Console.WriteLine([|Password|]);", "Password", "the console")]
    [TestCase("Console.Error.Write([|Password|]);", "Password", "the console")]
    [TestCase("run.Summary(\"Key\", [|Password|]);", "Password", "the summary")]
    [TestCase("run.Status(string.Format(\"{0}\", [|Key.Reveal()|]));", "Key", "the status")]
    [TestCase("run.Output.WriteLine([|Password|] ?? \"none\");", "Password", "the output")]
    [TestCase("throw new InvalidOperationException($\"bad {[|Password|]}\");", "Password", "the message of an exception")]
    [TestCase("throw new TargetFailedException(\"bad \" + [|Key.Reveal()|]);", "Key", "the message of an exception")]
    [TestCase("var text = Key.Reveal(); Log.Information(\"{Key}\", [|text|]);", "text", "the log")]
    [TestCase("var text = $\"Bearer {Key.Reveal()}\"; Log.Information([|text|]);", "text", "the log")]
    [TestCase("Log.Information(\"{Key}\", Other?[|.Reveal()|]);", "Other", "the log")]
    public async Task A_secret_that_people_would_read_is_found(string work, string name, string sink)
    {
        var messages = await Judge.FindsAsync<SecretShownAnalyzer>(Build(work));

        messages.ShouldBe([$"PIPE004: '{name}' is a secret and goes to {sink}. Leave it out, or give the Secret itself, which prints ***."]);
    }

    [TestCase("Log.Information(\"{Key}\", Key);")]
    [TestCase("Log.Information($\"{Key}\");")]
    [TestCase("var header = $\"Bearer {Key.Reveal()}\"; Send(header);")]
    [TestCase("Log.Information(\"{Length}\", Password.Length);")]
    [TestCase("Log.Information(\"{Is}\", string.IsNullOrEmpty(Password));")]
    [TestCase("Log.Information(\"{Digest}\", Digest(Password));")]
    [TestCase("var text = Key.Reveal(); text = \"nothing\"; Log.Information(text);")]
    [TestCase("var text = \"nothing\"; Send(Key.Reveal()); Log.Information(text);")]
    [TestCase("if (Password == \"\") { throw new InvalidOperationException($\"{nameof(Password)} is empty\"); }")]
    [TestCase("new StringWriter().WriteLine(Password);")]
    public Task What_prints_nothing_of_a_secret_is_fine(string work) => Judge.FindsAsync<SecretShownAnalyzer>(Build(work));

    [TestCase("Log.Information(\"{Key}\", Key.Reveal());", "Log.Information(\"{Key}\", Key);")]
    [TestCase("Log.Information($\"key {Key.Reveal()} used\");", "Log.Information($\"key {Key} used\");")]
    [TestCase("Log.Information(\"{Key}\", Other?.Reveal());", "Log.Information(\"{Key}\", Other);")]
    public Task The_secret_itself_is_shown_in_place_of_its_value(string before, string after) =>
        Mending.GivesAsync<SecretShownAnalyzer, RevealFix>(Build(before), Build(after));

    [TestCase("run.Summary(\"Key\", Key.Reveal());")]
    [TestCase("Console.WriteLine(Password);")]
    public Task Where_only_a_text_fits_the_author_decides(string work) => Mending.IsLeftToTheAuthorAsync<SecretShownAnalyzer, RevealFix>(Build(work));

    private static string Build(string work) =>
        $$"""
        class Build : PipelineBuild
        {
            [Parameter] readonly Secret Key = null!;
            [Parameter] readonly Secret? Other;
            [Parameter, Secret] readonly string Password = "";
            Target Work => _ => _.Executes(run => { {{work}} });
            void Send(string text) { }
            string Digest(string text) => text;
        }
        """;
}
