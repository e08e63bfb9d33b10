using System.Globalization;

namespace Pipelines.Agent;

/// <summary>The command line: <c>--root FOLDER [--metrics-port N]</c>.</summary>
/// <param name="MetricsPort">0 takes any free port.</param>
internal sealed record AgentArguments(string Root, int MetricsPort)
{
    public const string Usage = "Usage: dotnet Pipelines.Agent.dll --root FOLDER [--metrics-port 0..65535]";

    /// <returns>Null and what is wrong, when it cannot be understood.</returns>
    public static (AgentArguments? Arguments, string? Problem) Parse(IReadOnlyList<string> arguments)
    {
        string? root = null;
        var port = 0;
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var value = index + 1 < arguments.Count ? arguments[index + 1] : null;
            switch (arguments[index])
            {
                case "--root" when !string.IsNullOrEmpty(value):
                    root = Path.GetFullPath(value);
                    break;
                case "--metrics-port" when int.TryParse(value, CultureInfo.InvariantCulture, out port) && port is >= 0 and <= 65535:
                    break;
                default:
                    return (null, $"'{arguments[index]} {value}' is not understood. {Usage}");
            }
        }

        return root is null ? (null, $"--root is missing. {Usage}") : (new AgentArguments(root, port), null);
    }
}
