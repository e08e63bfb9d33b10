using NUnit.Framework;
using Pipelines.Execution;
using Pipelines.Hosts;
using Pipelines.Testing;
using Shouldly;
using Spectre.Console;

namespace Pipelines.Tests.Hosts;

[TestFixture]
public sealed class LiveViewTests
{
    private static readonly string[] Names = ["Compile", "Test", "Lint", "Pack"];

    [Test]
    public void Who_is_not_seen_above_says_what_it_said_last()
    {
        var time = new SkippingTime();
        var view = new LiveView(LogLevel.Information, time);

        view.Note(new RunEvent.RunStarted(new([.. Names.Select(name => new PlannedTarget(name, Invoked: true))])));
        view.Note(new RunEvent.TargetStarted("Compile"));
        time.Advance(TimeSpan.FromSeconds(61));
        view.Note(new RunEvent.TargetStarted("Test"));
        view.Note(new RunEvent.TargetStarted("Lint"));
        view.Note(new RunEvent.LineWritten("Compile", LogLevel.Information, "seen above"));
        view.Note(new RunEvent.LineWritten("Lint", LogLevel.Information, $"first\n  looks at {new string('x', 60)}\n"));
        view.Note(new RunEvent.LineWritten("Lint", LogLevel.Debug, "a detail"));
        view.Note(new RunEvent.LineWritten("Test", LogLevel.Information, "a line"));
        view.Note(new RunEvent.StatusChanged("Test", "12 of 40 tests"));
        time.Advance(TimeSpan.FromSeconds(2.5));

        Draw(view).ShouldBe(
            """
            Running, 1 to come
            ├── Compile  1 min 3 s
            ├── Test  2.5 s
            │   └── 12 of 40 tests
            └── Lint  2.5 s
                └── looks at xxxxxxxxxxxxxxxxxxxxx…

            """);
    }

    private static string Draw(LiveView view)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 40;
        console.Write(view.Draw("Compile", console.Profile.Width));
        return string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
