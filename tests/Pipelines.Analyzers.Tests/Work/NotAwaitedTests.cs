using NUnit.Framework;
using Pipelines.Analyzers.Work;
using Pipelines.CodeFixes;
using Shouldly;

namespace Pipelines.Analyzers.Tests.Work;

[TestFixture]
public sealed class NotAwaitedTests
{
    [TestCase("[|async run =>|] { await DoAsync(); run.Summary(\"a\", \"b\"); }", "async lambda")]
    [TestCase("[|async () =>|] await DoAsync(), () => { }", "async lambda")]
    [TestCase("run => [|TellAsync(run)|]", "TellAsync")]
    [TestCase("() => { [|DoAsync()|]; }", "DoAsync")]
    [TestCase("() => [|DoAsync()|], () => { }", "DoAsync")]
    [TestCase("() => Items.ForEach(item => [|DoAsync()|])", "DoAsync")]
    [TestCase("async () => { await DoAsync(); Items.ForEach(item => [|DoAsync()|]); }", "DoAsync")]
    public async Task Work_that_is_started_and_forgotten_is_found(string work, string name)
    {
        var messages = await Judge.FindsAsync<NotAwaitedAnalyzer>(Build(work));

        messages.ShouldHaveSingleItem().ShouldStartWith($"PIPE006: '{name}' is not awaited, so target 'Work' succeeds before it is done and whatever happens.");
    }

    [TestCase("async () => await DoAsync()")]
    [TestCase("DoAsync")]
    [TestCase("() => DoAsync()")]
    [TestCase("cancellationToken => Task.Delay(1, cancellationToken)")]
    [TestCase("async (run, cancellationToken) => { await TellAsync(run); }")]
    [TestCase("() => { var task = DoAsync(); }")]
    [TestCase("() => Items.ForEach(item => Use(item))")]
    [TestCase("() => { }, () => Use(1)")]
    public Task Work_that_is_awaited_or_let_go_on_purpose_is_fine(string work) => Judge.FindsAsync<NotAwaitedAnalyzer>(Build(work));

    [TestCase("async run => { await TellAsync(run); }", "async (run, cancellationToken) => { await TellAsync(run); }")]
    [TestCase("run => TellAsync(run)", "async (run, cancellationToken) => await TellAsync(run)")]
    [TestCase("() => { DoAsync(); }", "async () => { await DoAsync(); }")]
    [TestCase("async () => await DoAsync(), () => { }", "async () => await DoAsync()).Executes(() => { }")]
    [TestCase("() => DoAsync(), () => { }", "() => DoAsync()).Executes(() => { }")]
    public Task It_goes_to_an_overload_that_awaits(string before, string after) => Mending.GivesAsync<NotAwaitedAnalyzer, NotAwaitedFix>(Build(before), Build(after));

    [Test]
    public Task Loops_are_left_to_the_author() =>
        Mending.IsLeftToTheAuthorAsync<NotAwaitedAnalyzer, NotAwaitedFix>(Build("() => Items.ForEach(item => DoAsync())"));

    private static string Build(string work) =>
        $$"""
        class Build : PipelineBuild
        {
            List<int> Items => [1, 2];
            Target Work => _ => _.Executes({{work}});
            Task DoAsync() => Task.CompletedTask;
            Task TellAsync(ITargetRun run) => Task.CompletedTask;
            void Use(int number) { }
        }
        """;
}
