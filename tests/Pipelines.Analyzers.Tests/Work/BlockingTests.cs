using NUnit.Framework;
using Pipelines.Analyzers.Work;
using Pipelines.CodeFixes;
using Shouldly;

namespace Pipelines.Analyzers.Tests.Work;

[TestFixture]
public sealed class BlockingTests
{
    [TestCase("() => [|AskAsync(default).Wait()|]", ".Wait()")]
    [TestCase("() => { var answer = [|AskAsync(default).Result|]; }", ".Result")]
    [TestCase("async cancellationToken => { await Task.Yield(); var answer = [|AskAsync(cancellationToken).Result|]; }", ".Result")]
    [TestCase("async cancellationToken => { await Task.Yield(); [|AskAsync(cancellationToken).GetAwaiter().GetResult()|]; }", ".GetAwaiter().GetResult()")]
    [TestCase("() => [|AskAsync(default).ConfigureAwait(false).GetAwaiter().GetResult()|]", ".GetAwaiter().GetResult()")]
    [TestCase("() => [|Task.WaitAll(AskAsync(default))|]", "Task.WaitAll")]
    [TestCase("() => [|Thread.Sleep(100)|]", "Thread.Sleep")]
    [TestCase("run => { foreach (var item in Items) { [|AskAsync(default).Wait()|]; } }", ".Wait()")]
    [TestCase("() => Items.ForEach(item => [|AskAsync(default).Wait()|])", ".Wait()")]
    [TestCase("async cancellationToken => { var task = AskAsync(cancellationToken); var answer = [|task.Result|]; await task; }", ".Result")]
    public async Task Work_that_holds_its_thread_is_found(string work, string name)
    {
        var messages = await Judge.FindsAsync<BlockingAnalyzer>(Build(work));

        messages.ShouldHaveSingleItem().ShouldStartWith($"PIPE005: '{name}' blocks in target 'Work' and cannot be cancelled.");
    }

    [TestCase("async cancellationToken => { await AskAsync(cancellationToken); }")]
    [TestCase("async cancellationToken => { var one = AskAsync(cancellationToken); var two = AskAsync(cancellationToken); await Task.WhenAll(one, two); Use(one.Result + two.Result); }")]
    [TestCase("async cancellationToken => { var one = AskAsync(cancellationToken); await Task.Yield(); if (one.IsCompletedSuccessfully) { Use(one.Result); } }")]
    [TestCase("async (run, cancellationToken) => { await Task.Yield(); Use(run.Result(Typed)); }")]
    [TestCase("() => Task.Run(() => Thread.Sleep(10))")]
    [TestCase("() => Use(new Match(1).Result)")]
    public Task Work_that_waits_for_nothing_or_awaits_is_fine(string work) => Judge.FindsAsync<BlockingAnalyzer>(Build(work));

    [Test]
    public Task Code_outside_the_work_of_targets_is_not_judged() => Judge.FindsAsync<BlockingAnalyzer>(
        """
        class Build : PipelineBuild
        {
            string Version => Task.FromResult("1").Result;
            Target Work => _ => _.Description(Task.FromResult("text").Result).OnlyWhenStatic(() => Task.FromResult(true).Result);
        }
        """);

    [TestCase("() => AskAsync(default).Wait()", "async () => await AskAsync(default)")]
    [TestCase("() => { Use(AskAsync(default).Result); }", "async () => { Use(await AskAsync(default)); }")]
    [TestCase("() => Thread.Sleep(100)", "async cancellationToken => await Task.Delay(100, cancellationToken)")]
    [TestCase("async token => { await Task.Yield(); Thread.Sleep(TimeSpan.Zero); }", "async token => { await Task.Yield(); await Task.Delay(TimeSpan.Zero, token); }")]
    [TestCase("async token => { await Task.Yield(); Use(AskAsync(token).Result.CompareTo(1)); }", "async token => { await Task.Yield(); Use((await AskAsync(token)).CompareTo(1)); }")]
    [TestCase("async token => { await Task.Yield(); AskAsync(token).GetAwaiter().GetResult(); }", "async token => { await Task.Yield(); await AskAsync(token); }")]
    public Task It_is_awaited(string before, string after) => Mending.GivesAsync<BlockingAnalyzer, BlockingFix>(Build(before), Build(after));

    [Test]
    public Task A_result_is_awaited_with_the_token() => Mending.GivesAsync<BlockingAnalyzer, BlockingFix>(
        "class Build : PipelineBuild { Target<int> Count => _ => _.Executes(() => Task.FromResult(1).Result); }",
        "class Build : PipelineBuild { Target<int> Count => _ => _.Executes(async cancellationToken => await Task.FromResult(1)); }");

    [TestCase("() => Items.ForEach(item => AskAsync(default).Wait())")]
    [TestCase("() => Task.WaitAll(AskAsync(default))")]
    [TestCase("run => AskAsync(default).Wait()")]
    public Task Where_the_lambda_cannot_simply_await_the_author_decides(string work) => Mending.IsLeftToTheAuthorAsync<BlockingAnalyzer, BlockingFix>(Build(work));

    private static string Build(string work) =>
        $$"""
        record Match(int Result);
        class Build : PipelineBuild
        {
            List<int> Items => [1, 2];
            Target<int> Typed => _ => _.Executes(() => 1);
            Target Work => _ => _.DependsOn(Typed).Executes({{work}});
            Task<int> AskAsync(CancellationToken cancellationToken) => Task.FromResult(1);
            void Use(int number) { }
        }
        """;
}
