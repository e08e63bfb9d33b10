using System.Security.Cryptography;
using System.Text;
using Pipelines.Tools;

namespace Pipelines.Secrets;

/// <summary>A file with at least 32 random bytes in base64, for its owner alone and not under version control.</summary>
internal sealed class KeyFile(AbsolutePath path, ICommandRunner runner)
{
    private const int Bytes = 32;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where a profile's key is unless <c>PIPELINES_KEY_FILE</c> says another place.</summary>
    public static AbsolutePath Of(AbsolutePath root, string? profile) => root / ".nuke" / "keys" / $"{profile ?? "default"}.key";

    /// <summary>Makes a new one.</summary>
    /// <exception cref="DefinitionException">There is one already.</exception>
    public static async Task WriteAsync(AbsolutePath path, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            throw new DefinitionException($"{path} is there already, and values may need it. Move it away first; keep it until nothing needs it.");
        }

        Directory.CreateDirectory(path.Parent!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        await using var file = new StreamWriter(path, Encoding.ASCII, options);
        await file.WriteLineAsync(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).AsMemory(), cancellationToken);
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="DefinitionException">It is not there, holds no key, or others can read it.</exception>
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new DefinitionException($"Key file {path} does not exist. Put it there, or name another with PIPELINES_KEY_FILE.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(Owner | UnixFileMode.UserExecute)) is not UnixFileMode.None and var others)
        {
            throw new DefinitionException($"Key file {path} can be used by others ({others}). Take that away: chmod 600 '{path}'");
        }

        if (await IsTrackedAsync(cancellationToken))
        {
            throw new DefinitionException($"Key file {path} is under version control, so everyone with the repository has it. Take it out with 'git rm --cached', add .nuke/keys/ to .gitignore, and make a new key: ./build.sh Secrets --rotate --new-key");
        }

        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length >= Bytes
            ? key[..length]
            : throw new DefinitionException($"Key file {path} holds no key: expected at least {Bytes} bytes in base64, as './build.sh Secrets --new-key' writes.");
    }

    private async Task<bool> IsTrackedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var question = Git.Query("ls-files", "--error-unmatch", "--", path) with { WorkingDirectory = path.Parent, SuccessCodes = [] };
            return (await runner.RunAsync(question, cancellationToken)).ExitCode == 0;
        }
        catch (TargetFailedException)
        {
            // Without git there is no version control to be under.
            return false;
        }
    }
}
