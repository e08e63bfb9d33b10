using Pipelines.Execution;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pipelines.Hosts;

/// <summary>Lines in colour above a live view of what runs.</summary>
internal sealed class TerminalHost : IRunHost, IGroupWriter
{
    private const int RuleWidth = 60;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly IAnsiConsole _console;
    private readonly HostSettings _settings;
    private readonly Groups _groups;
    private readonly LiveView _view;
    private readonly Task _live;
    private RunEvent.RunEnded? _end;

    public TerminalHost(TextWriter output, HostSettings settings, TimeProvider time)
    {
        _console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes });
        _settings = settings;
        _groups = new(this, settings.Lowest);
        _view = new(settings.Lowest, time);
        _live = _console.Live(Draw()).AutoClear(enabled: true).StartAsync(live => RefreshAsync(live, time));
    }

    public void Tell(RunEvent happened)
    {
        lock (_lock)
        {
            if (happened is RunEvent.RunStarted && _settings.Logo is { } logo)
            {
                WriteLine(logo, new Style(Color.Grey));
            }
            _view.Note(happened);
            _groups.Tell(happened);
            _end = happened as RunEvent.RunEnded;
        }
    }

    public void Open(string target)
    {
        if (_settings.WithSuccesses)
        {
            WriteLine($"── {target} ".PadRight(RuleWidth, '─'), new Style(Color.Grey));
        }
    }

    public void Line(string? target, LogLevel level, string text) => WriteLine(text, level switch
    {
        LogLevel.Warning => new Style(Color.Yellow),
        LogLevel.Error => new Style(Color.Red),
        < LogLevel.Information => new Style(Color.Grey),
        _ => Style.Plain,
    });

    public void Close(TargetOutcome outcome)
    {
        if (_settings.WithSuccesses || outcome.Status is TargetStatus.Failed or TargetStatus.Cancelled)
        {
            WriteLine(OutcomeText.Sentence(outcome), TerminalSummary.StyleOf(outcome.Status));
        }
    }

    public void Mention(TargetOutcome outcome) => Close(outcome);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _live;
        _ended.Dispose();
        if (_end is not null)
        {
            // Only now is the live view gone, and the table has the screen for itself.
            TerminalSummary.Write(_console, _end, _settings);
        }
    }

    private async Task RefreshAsync(LiveDisplayContext live, TimeProvider time)
    {
        using var timer = new PeriodicTimer(Beat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                lock (_lock)
                {
                    live.UpdateTarget(Draw());
                }
            }
        }
        catch (OperationCanceledException)
        {
            live.UpdateTarget(Text.Empty);
        }
    }

    private IRenderable Draw() => _view.Draw(_groups.Shown, _console.Profile.Width);

    // With its line end in one piece: between two the live view would be drawn behind the text.
    private void WriteLine(string text, Style style) => _console.Write(new WholeLine(text, style));
}
