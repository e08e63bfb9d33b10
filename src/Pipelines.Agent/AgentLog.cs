using System.Globalization;

namespace Pipelines.Agent;

/// <summary>What the agent itself has to say, in <c>agent.log</c>; bounded: the file before the last is forgotten.</summary>
internal sealed class AgentLog(string path, TimeProvider time)
{
    private const long Limit = 1024 * 1024;
    private readonly Lock _gate = new();

    public void Write(string sentence)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {sentence}\n");
        lock (_gate)
        {
            try
            {
                if (File.Exists(path) && new FileInfo(path).Length > Limit)
                {
                    File.Move(path, path + ".1", overwrite: true);
                }

                File.AppendAllText(path, line);
            }
            catch (IOException)
            {
                // A full disk must not stop the proxy.
            }
        }
    }
}
