using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipelines.Agent;

/// <summary>Where the agent of a root is reached.</summary>
internal static class SocketPath
{
    // sun_path has 108 bytes on Linux and 104 elsewhere, with the end mark.
    private const int Longest = 100;

    public static string Of(string root, string temporary, string user)
    {
        var path = Path.Combine(root, "agent.sock");
        if (Encoding.UTF8.GetByteCount(path) <= Longest)
        {
            return path;
        }

        var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(root))).ToLower(CultureInfo.InvariantCulture)[..16];
        return Path.Combine(temporary, $"pipelines-{user}", name + ".sock");
    }
}
