#pragma warning disable RS0030 // Asks the person at the console, beside the one place that opens its streams.
using System.Text;

namespace Pipelines.Cli;

/// <summary>The standard input of this process. Questions go to standard error, so that they stand in no product of a query.</summary>
internal sealed class ConsoleInput : IInput
{
    public bool IsTerminal => !Console.IsInputRedirected;

    // A console read cannot be cancelled: it is left behind, and ends with the process.
    public async Task<string?> AskAsync(string question, bool hidden, CancellationToken cancellationToken)
    {
        Say(question);
        return await Task.Run(() => hidden ? ReadHidden() : Console.ReadLine(), cancellationToken).WaitAsync(cancellationToken);
    }

    public Task<string> ReadToEndAsync(CancellationToken cancellationToken) => Console.In.ReadToEndAsync(cancellationToken);

    // Not Console.Error: where a target asks, that is a line of the target, which may be shown later.
    private static void Say(string text)
    {
        using var error = Console.OpenStandardError();
        error.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string? ReadHidden()
    {
        var typed = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    Say(Environment.NewLine);
                    return typed.ToString();
                case ConsoleKey.D when key.Modifiers == ConsoleModifiers.Control:
                    return null;
                case ConsoleKey.Backspace:
                    typed.Length = Math.Max(0, typed.Length - 1);
                    break;
                default:
                    typed.Append(char.IsControl(key.KeyChar) ? "" : key.KeyChar.ToString());
                    break;
            }
        }
    }
}
