using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Completion;
using Pipelines.Parameters;
using Pipelines.Tests.Parameters;
using Shouldly;

namespace Pipelines.Tests.Completion;

public sealed class CompleterTests
{
    private static readonly Completer Completer = new(Sample.Declarations, Sample.Targets, () => ["staging", "production"]);

    [TestCase("", new[] { "Compile", "UnitTest", "Deploy" })]
    [TestCase("unit-t", new[] { "UnitTest" })]
    [TestCase("Compile de", new[] { "Deploy" })]
    [TestCase("Compile+de", new[] { "Compile+Deploy" })]
    [TestCase("--ap", new[] { "--api-key" })]
    [TestCase("--ver", new[] { "--verbosity" })]
    [TestCase("--verbosity ", new[] { "quiet", "normal", "verbose" })]
    [TestCase("--verbosity=q", new[] { "--verbosity=quiet" })]
    [TestCase("--verbosity = q", new[] { "quiet" })]
    [TestCase("--verbosity =", new[] { "quiet", "normal", "verbose" })]
    [TestCase("--verbosity quiet de", new[] { "Deploy" })]
    [TestCase("--flavour b", new[] { "BlueGreen" })]
    [TestCase("--fast ", new[] { "true", "false", "Compile", "UnitTest", "Deploy" })]
    [TestCase("--plan j", new[] { "json" })]
    [TestCase("--plan d", new[] { "Deploy" })]
    [TestCase("Deploy --profile p", new[] { "production" })]
    [TestCase("--profile staging ", new[] { "staging", "production" })]
    [TestCase("--skip c", new[] { "Compile" })]
    [TestCase("--root ", new string[0])]
    [TestCase("--share ", new string[0])]
    [TestCase("--nothing d", new[] { "Deploy" })]
    [TestCase("Secrets --se", new[] { "--set" })]
    [TestCase("Secrets --set a", new[] { "ApiKey" })]
    [TestCase("Secrets --profile p", new[] { "production" })]
    public void What_may_follow_is_offered(string line, string[] expected)
    {
        string[] words = ["./build.sh", .. line.Split(' ')];

        Completer.Complete([$"{words.Length - 1}", .. words]).ShouldBe(expected);
    }

    [Test]
    public void The_word_under_the_cursor_may_be_within_the_line() =>
        Completer.Complete(["1", "./build.sh", "dep", "--fast"]).ShouldBe(["Deploy"]);

    [Test]
    public void Any_question_is_answered_without_an_exception()
    {
        var known = EngineOption.All.Select(option => option.Name).Concat(Sample.Declarations.Select(declaration => declaration.Option)).Concat(Sample.Targets).ToArray();
        var word = Gen.OneOf(Gen.Elements(known), ArbMap.Default.GeneratorFor<string>(), Gen.Elements("Secrets", "=", "--=", "-", "--", "+", "a+", "--share=", "--plan=", "", "-1", "1", "2", "3"));

        Prop.ForAll(Gen.ArrayOf(word).Select(words => words.Select(text => text ?? "").ToArray()).ToArbitrary(), words =>
            Completer.Complete(words).All(candidate => candidate.Length > 0)
            && Completer.Complete([$"{words.Length}", .. words]).All(candidate => candidate.Length > 0)).QuickCheckThrowOnFailure();
    }
}
