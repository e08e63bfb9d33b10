namespace Pipelines.Ci;

/// <summary>The first lines of a file: where it comes from. No date and no version, which would change it without a change.</summary>
internal static class FileHeader
{
    public static string Of(string? source) =>
        $"{CiFile.Marker} from {source ?? "the build class"}. Do not edit it here:\nchange it there, run that command, and commit what it writes. './build.sh GenerateCi --check' compares.";
}
