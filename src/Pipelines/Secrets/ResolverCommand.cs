using System.Reflection;
using Pipelines.Tools;

namespace Pipelines.Secrets;

/// <summary>Finds secrets by reference with the programs that the build class names.</summary>
internal sealed class ResolverCommand(Type build, SecretSurroundings surroundings)
{
    private const string Separator = "://";
    private static readonly SecretResolverAttribute OnePassword = new("op", "op", "read", "--no-newline", "{reference}");

    /// <summary>A program is named for the scheme of the text.</summary>
    public bool Knows(string text) => Find(text) is not null;

    /// <summary>What the program prints, without the line end.</summary>
    /// <exception cref="DefinitionException">It fails, prints nothing or takes too long. The message repeats nothing that it printed.</exception>
    public async Task<string> ReadAsync(string reference, string parameter, CancellationToken cancellationToken)
    {
        var resolver = Find(reference)!;
        var path = reference[(reference.IndexOf(Separator, StringComparison.Ordinal) + Separator.Length)..];
        var command = new Command(resolver.Program, [.. resolver.Arguments.Select(word => word.Replace("{reference}", reference, StringComparison.Ordinal).Replace("{path}", path, StringComparison.Ordinal))])
        {
            Quiet = true,
            SuccessCodes = [],
        };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(resolver.TimeoutSeconds), surroundings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var result = await surroundings.Runner().RunAsync(command, either.Token);
            var value = string.Join('\n', result.Output).TrimEnd('\n');
            return result.ExitCode == 0 && value.Length > 0
                ? value
                : throw Refused(parameter, command, result.ExitCode == 0 ? "it printed nothing" : $"it ended with exit code {result.ExitCode}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Refused(parameter, command, $"it took longer than {resolver.TimeoutSeconds} s");
        }
        catch (TargetFailedException failure)
        {
            throw Refused(parameter, command, $"it could not be started ({failure.Message})");
        }
    }

    private static DefinitionException Refused(string parameter, Command command, string reason) =>
        new($"Parameter '{parameter}' is read by '{command}', but {reason}. Run it yourself to see why: what it prints is not repeated here.");

    private SecretResolverAttribute? Find(string text)
    {
        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        if (end <= 0)
        {
            return null;
        }

        var scheme = text[..end];
        return build.GetCustomAttributes<SecretResolverAttribute>(inherit: true).FirstOrDefault(resolver => resolver.Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase))
            ?? (scheme.Equals(OnePassword.Scheme, StringComparison.OrdinalIgnoreCase) ? OnePassword : null);
    }
}
